"""What the Dagster page shows of a run: numbers it plots over runs, tables, pictures, and what checks say.

One module a matter. Nothing here changes what is read or published; what costs time is made only where a Dagster keeps it
(`Workspace.is_looked_at`).
"""
