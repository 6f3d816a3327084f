"""What a person needs to look over a release and put it right: rows with their context, the least certain first, and new corrections."""
