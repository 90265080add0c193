"""What all records have in common, and the one way to point into a text."""

from pydantic import BaseModel, ConfigDict, model_validator


class Record(BaseModel):
    """Frozen, knows all its fields, holds tuples."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A run of Unicode code points of `Document.text`, from 0, end excluded."""

    start: int
    end: int

    @model_validator(mode="after")
    def _runs_forward(self) -> "Span":
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not from {self.start} to {self.end}")
        return self

    def cut(self, text: str) -> str:
        """The words this span stands for."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return min(self.end, other.end) > max(self.start, other.start)
