package vn.roquyen.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guidance slip says, in one language, ready to be laid out as a page or as plain text.
 *
 * @param language tag of the language, such as {@code vi}
 * @param office who hands the slip out
 * @param day the day for which it answers, as people write it
 * @param heading "Phiếu hướng dẫn"
 * @param matter what it is about
 * @param facts kind, code and field of the matter
 * @param key the few figures a citizen asks for first: time limit, due day, fee
 * @param foot where the data come from; at the foot of each page
 * @param page pattern of the page number, with {0} and {1}
 */
public record Slip(
    String language,
    String office,
    String day,
    String heading,
    String matter,
    List<String> facts,
    Verdict verdict,
    List<Fact> key,
    List<Section> sections,
    String closing,
    String foot,
    String page) {

  /**
   * The answer in words, with who to go to.
   *
   * @param words the verdict
   * @param advice what to do now, one paragraph each
   */
  public record Verdict(Tone tone, String words, List<String> advice) {}

  /**
   * One named value.
   *
   * @param note small print under the value
   */
  public record Fact(String name, String value, Tone tone, @Nullable String note) {}

  /** A part with a heading. */
  public record Section(String heading, List<Block> blocks) {}

  /** A piece of a section. */
  public sealed interface Block {}

  /** Running text; each line break begins a paragraph. */
  public record Text(String text) implements Block {}

  /** Papers to tick off; the name says for which case or of what kind they are. */
  public record Checklist(@Nullable String name, List<Item> items) implements Block {}

  /** Steps in their order. */
  public record Steps(List<String> steps) implements Block {}

  /** Entries without order. */
  public record Items(List<Item> items) implements Block {}

  /** Named values, one a line. */
  public record Facts(List<Fact> facts) implements Block {}

  /**
   * One entry.
   *
   * @param note small print under it
   * @param status a word or two in a frame behind it
   * @param tone of the status and of the sign before the entry
   */
  public record Item(String text, @Nullable String note, @Nullable String status, Tone tone) {}
}
