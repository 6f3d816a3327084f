"""Readers, one a format: from the bytes of a file to blocks and to what the file claims about itself.

What format a file is in, is for `opening` to find out. A reader takes no care of zones, typed list marks and contact details.
"""
