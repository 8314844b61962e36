package vn.roquyen.search;

import org.apache.lucene.document.Document;

/** A record in the form in which the index keeps it. */
public final class IndexEntry {
  private final String id;
  private final Document document;

  private IndexEntry(String id, Document document) {
    this.id = id;
    this.document = document;
  }

  /** Makes entries; for one thread, which need not be the one that writes the index. */
  public static final class Maker {
    private final IndexFields fields = new IndexFields();

    /** The entry of a record: its texts are cut into words here, half of the work of indexing. */
    public IndexEntry of(SearchDocument record) {
      return new IndexEntry(record.id(), fields.of(record));
    }
  }

  String id() {
    return id;
  }

  Document document() {
    return document;
  }
}
