"""Files of Word (docx), PowerPoint (pptx) and OpenDocument (odt): zip archives of XML, opened by one guarded parser.

python-docx and python-pptx are not used to read them: they stop at files that Word and PowerPoint open (a relation to a missing
part, strict OOXML), parse outside the limits that are kept here, and know neither shown list numbers nor text boxes nor fields.
"""
