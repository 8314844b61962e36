package vn.roquyen.search;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The syllables of a text in the form of one field of the index: exact, plain, or pairs of
 * neighbours (most Vietnamese words are two syllables, so pairs carry the meaning). A text is cut
 * and folded once for all its forms, which is most of the work of indexing.
 */
final class WordStream extends TokenStream {
  /** What a field holds of a text. */
  enum Form {
    EXACT,
    PLAIN,
    PAIRS,
    EXACT_PAIRS
  }

  private final List<Word> words;
  private final Form form;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private int next;

  WordStream(List<Word> words, Form form) {
    this.words = words;
    this.form = form;
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    int width = form == Form.PAIRS || form == Form.EXACT_PAIRS ? 2 : 1;
    if (next + width > words.size()) {
      return false;
    }
    clearAttributes();
    Word first = words.get(next);
    Word last = words.get(next + width - 1);
    switch (form) {
      case EXACT -> term.append(first.exact());
      case PLAIN -> term.append(first.plain());
      case PAIRS -> term.append(first.plain()).append(' ').append(last.plain());
      case EXACT_PAIRS -> term.append(first.exact()).append(' ').append(last.exact());
    }
    next++;
    return true;
  }
}
