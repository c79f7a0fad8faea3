"""Programs that train the models that ship with the project."""
