"""The one error meant for a person: a code and its facts. The wording, in each language, is the web layer's."""


class Refusal(Exception):  # noqa: N818 (a refusal is an answer, not a fault of the program)
    """`code` names the reason ("phase.ends_before_start"); `facts` fill the sentence that `web.refusals` has for it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
