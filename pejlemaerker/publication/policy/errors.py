"""The error that every file of the policy folder raises where it cannot be used."""


class PolicyError(ValueError):
    """A file of the policy folder that cannot be used; the message names file, place and next step."""
