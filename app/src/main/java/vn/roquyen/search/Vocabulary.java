package vn.roquyen.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the search knows of the language: which phrases of a question are mere politeness, which
 * words of citizens mean which official words, what abbreviations stand for, and which additions
 * make a title special. All of it is read from curated files; a publisher extends the synonyms by a
 * file {@code synonyms.txt} in the data folder.
 */
final class Vocabulary {
  private static final Logger LOG = LoggerFactory.getLogger(Vocabulary.class);

  /**
   * A phrase that a question may contain and what it stands for.
   *
   * @param sure true when both sides mean the same (abbreviation, {@code a = b}); false for a word
   *     that only points to an official one
   */
  record Entry(List<Word> phrase, List<List<Word>> meanings, boolean sure) {}

  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final Map<String, List<List<Word>>> abbreviations = new HashMap<>();
  private final Set<String> fillers = new HashSet<>();
  private final Set<String> weak = new HashSet<>();
  private final List<List<Word>> qualifiers = new ArrayList<>();
  private final LegacyText legacy;
  private int longest = 1;

  private Vocabulary() {
    readFillers();
    lines("qualifiers.txt").forEach(line -> qualifiers.add(Word.of(line)));
    legacy = new LegacyText(lines("legacy.txt"));
    lines("abbreviations.csv").stream().skip(1).forEach(this::addAbbreviation);
    lines("synonyms.txt").forEach(this::addSynonyms);
  }

  /** The built-in files, then the publisher's file where there is one. */
  static Vocabulary read(Path extra) {
    Vocabulary vocabulary = new Vocabulary();
    if (Files.isRegularFile(extra)) {
      try (BufferedReader reader = Files.newBufferedReader(extra, StandardCharsets.UTF_8)) {
        contentOf(reader).forEach(vocabulary::addSynonyms);
      } catch (IOException unreadable) {
        // A bad list of words must not keep anybody from searching.
        LOG.warn("synonyms of the data folder are left out: {}", extra, unreadable);
      }
    }
    return vocabulary;
  }

  /** What a phrase of plain words may stand for. */
  List<Entry> entries(String plainPhrase) {
    return entries.getOrDefault(plainPhrase, List.of());
  }

  /** Full forms of an abbreviation in plain letters ("ubnd", "kh&cn"). */
  List<List<Word>> fullForms(String plainAbbreviation) {
    return abbreviations.getOrDefault(plainAbbreviation, List.of());
  }

  /** True when a phrase, in exact words joined by blanks, says nothing about the matter. */
  boolean isFiller(String exactPhrase) {
    return fillers.contains(exactPhrase);
  }

  /** True when a word alone says little ("cấp", "giấy") though it helps beside others. */
  boolean isWeak(String exactWord) {
    return weak.contains(exactWord);
  }

  /** Additions to a title that make it special ("có yếu tố nước ngoài", "lưu động"). */
  List<List<Word>> qualifiers() {
    return qualifiers;
  }

  LegacyText legacy() {
    return legacy;
  }

  /** Number of words of the longest phrase. */
  int longest() {
    return longest;
  }

  private void readFillers() {
    for (String line : lines("fillers.txt")) {
      boolean little = line.startsWith("~");
      List<Word> words = Word.of(little ? line.substring(1) : line);
      Set<String> target = little ? weak : fillers;
      target.add(String.join(" ", words.stream().map(Word::exact).toList()));
      target.add(Word.plain(words));
    }
  }

  private void addAbbreviation(String line) {
    int comma = line.indexOf(',');
    String full = line.substring(comma + 1).replace("\"", "");
    List<Word> words = Word.of(full);
    List<Word> abbreviation = Word.of(line.substring(0, comma));
    if (words.isEmpty() || abbreviation.isEmpty()) {
      return;
    }
    abbreviations
        .computeIfAbsent(Folding.plainText(line.substring(0, comma)), key -> new ArrayList<>())
        .add(words);
    add(words, List.of(abbreviation), true);
  }

  private void addSynonyms(String line) {
    String[] sides = line.split("=>");
    if (sides.length == 2) {
      List<List<Word>> meanings = phrases(sides[1], ",");
      for (List<Word> phrase : phrases(sides[0], ",")) {
        add(phrase, meanings, false);
      }
      return;
    }
    List<List<Word>> equal = phrases(line, "=");
    for (List<Word> phrase : equal) {
      add(phrase, equal.stream().filter(other -> other != phrase).toList(), true);
    }
  }

  private void add(List<Word> phrase, List<List<Word>> meanings, boolean sure) {
    if (phrase.isEmpty() || meanings.isEmpty()) {
      return;
    }
    longest = Math.max(longest, phrase.size());
    entries
        .computeIfAbsent(Word.plain(phrase), key -> new ArrayList<>())
        .add(new Entry(phrase, meanings, sure));
  }

  private static List<List<Word>> phrases(String text, String separator) {
    List<List<Word>> phrases = new ArrayList<>();
    for (String part : text.split(separator)) {
      List<Word> words = Word.of(part);
      if (!words.isEmpty()) {
        phrases.add(words);
      }
    }
    return phrases;
  }

  private static List<String> lines(String resource) {
    InputStream stream =
        Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return contentOf(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> contentOf(BufferedReader reader) {
    return reader
        .lines()
        .map(line -> Folding.clean(line).strip())
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
