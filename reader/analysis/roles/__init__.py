"""What an article says a person is: “the mayor of Oslo, Anna Berg”, “Anna Berg, the mayor of Oslo”.

A role is a noun phrase that ends where the name begins, or begins where it ends, and nothing else.
"""

from reader.analysis.roles.after import role_after
from reader.analysis.roles.before import role_before, short_title
from reader.analysis.roles.nouns import ROLE_NOUNS, ends_as_role, is_agent, is_occupation, is_role_noun
from reader.analysis.roles.phrases import OFFICE_LINKS
from reader.document.span import Span

__all__ = [
    "OFFICE_LINKS",
    "ROLE_NOUNS",
    "ends_as_role",
    "is_agent",
    "is_occupation",
    "is_role_noun",
    "role_after",
    "role_before",
    "role_of",
]


def role_of(text: str, name: Span) -> Span | None:
    """What stands beside *name* and says what somebody is: a phrase, else an office that is cut short, as in Sen."""
    return role_before(text, name) or role_after(text, name) or short_title(text, name)
