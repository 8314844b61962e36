package vn.roquyen.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The analyzer chain of the index: cleans the text, cuts it into syllables and writes each in the
 * form of the field: exact, plain, or pairs of plain neighbours (most Vietnamese words are two
 * syllables, so pairs carry the meaning).
 */
final class VietnameseAnalyzer extends Analyzer {
  /** What a field holds of a text. */
  enum Form {
    EXACT,
    PLAIN,
    PAIRS,
    EXACT_PAIRS
  }

  private final Form form;

  VietnameseAnalyzer(Form form) {
    this.form = form;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new Syllables(form));
  }

  private static final class Syllables extends Tokenizer {
    private final Form form;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private List<Word> words = List.of();
    private int next;

    Syllables(Form form) {
      this.form = form;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[4096];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        text.append(buffer, 0, read);
      }
      words = Word.of(Folding.clean(text.toString()));
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      int width = form == Form.PAIRS || form == Form.EXACT_PAIRS ? 2 : 1;
      if (next + width > words.size()) {
        return false;
      }
      Word first = words.get(next);
      Word last = words.get(next + width - 1);
      switch (form) {
        case EXACT -> term.append(first.exact());
        case PLAIN -> term.append(first.plain());
        case EXACT_PAIRS -> term.append(first.exact()).append(' ').append(last.exact());
        case PAIRS -> term.append(first.plain()).append(' ').append(last.plain());
      }
      offset.setOffset(correctOffset(first.start()), correctOffset(last.end()));
      next++;
      return true;
    }
  }
}
