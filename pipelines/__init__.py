"""Dagster's side of the project: definitions, jobs, resources, and the command line `pejl`. Nothing here reads a text."""
