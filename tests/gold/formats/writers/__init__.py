"""Writers of the fixtures: one module a family of formats, all of them fed by `source`."""
