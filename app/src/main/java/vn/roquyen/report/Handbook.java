package vn.roquyen.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a handbook of authority says, in one language, ready to be laid out.
 *
 * @param language tag of the language, such as {@code vi}
 * @param heading "Sổ tay thẩm quyền"
 * @param owner the commune, or the position and its commune
 * @param day the day for which it answers, as people write it
 * @param verdicts how many powers have each verdict
 * @param notes what a reader must know before he trusts it, one paragraph each
 * @param contents heading of the table of contents
 * @param foot where the data come from; at the foot of each page
 * @param page pattern of the page number, with {0} and {1}
 */
public record Handbook(
    String language,
    String heading,
    String owner,
    String day,
    List<Slip.Fact> verdicts,
    List<Slip.Fact> facts,
    List<String> notes,
    Seal seal,
    String contents,
    List<Chapter> chapters,
    String foot,
    String page) {

  /**
   * By what a reader can tell from which data the handbook was made.
   *
   * @param code what the QR code holds; ASCII
   * @param words what stands beside it
   * @param digest of the register, in groups that can be read aloud
   */
  public record Seal(String code, String words, String digest) {}

  /** The powers of one field. */
  public record Chapter(String heading, List<Entry> entries) {}

  /**
   * One power or procedure.
   *
   * @param facts route, code
   * @param key the few figures of a procedure; empty for a power
   */
  public record Entry(
      String title,
      List<String> facts,
      Slip.Verdict verdict,
      List<Slip.Fact> key,
      List<Slip.Section> sections) {}

  /**
   * What stands in the table of contents.
   *
   * @param entry null for the heading of a chapter
   */
  record Mark(Chapter chapter, @Nullable Entry entry) {
    String text() {
      return entry == null ? chapter.heading() : entry.title();
    }
  }
}
