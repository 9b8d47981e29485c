"""What stops a set-up? One error, whose words are for the person at the keyboard."""


class SetupError(Exception):
    """The environment could not be prepared; the message is a clear Chinese sentence, details below it."""
