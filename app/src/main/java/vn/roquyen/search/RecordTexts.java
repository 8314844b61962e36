package vn.roquyen.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/** Reads the short texts of records and remembers those that were asked for lately. */
final class RecordTexts {
  /** A national catalogue fits; each takes about 2 kB. */
  private static final int REMEMBERED = 6_000;

  private final List<LeafReaderContext> leaves;
  private final CorpusTerms terms;
  private final Vocabulary vocabulary;
  private final Map<Integer, RecordText> lately =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, RecordText> eldest) {
          return size() > REMEMBERED;
        }
      };

  RecordTexts(IndexReader reader, CorpusTerms terms, Vocabulary vocabulary) {
    this.leaves = reader.leaves();
    this.terms = terms;
    this.vocabulary = vocabulary;
  }

  /** The texts of a document, by its number in the whole index. */
  RecordText of(int document) throws IOException {
    return of(leaves.get(ReaderUtil.subIndex(document, leaves)), document);
  }

  /** The texts of a document that lies in this part of the index. */
  RecordText of(LeafReaderContext leaf, int document) throws IOException {
    synchronized (lately) {
      RecordText known = lately.get(document);
      if (known != null) {
        return known;
      }
    }
    RecordText read = RecordText.read(column(leaf, document), terms, vocabulary);
    synchronized (lately) {
      lately.put(document, read);
    }
    return read;
  }

  /** The id of a document; its words, which take most of the time, are not read for it. */
  String id(int document) throws IOException {
    String column = column(leaves.get(ReaderUtil.subIndex(document, leaves)), document);
    return column.substring(0, column.indexOf('\n'));
  }

  private static String column(LeafReaderContext leaf, int document) throws IOException {
    BinaryDocValues column = DocValues.getBinary(leaf.reader(), IndexFields.WORDS);
    if (!column.advanceExact(document - leaf.docBase)) {
      throw new IOException("a record of the index has no text");
    }
    return column.binaryValue().utf8ToString();
  }
}
