"""The error that stops a set-up; its message is shown to the user."""


class SetupError(Exception):
    """The environment could not be prepared; the message is a clear Chinese sentence, details below it."""
