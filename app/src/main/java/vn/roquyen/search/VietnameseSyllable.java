package vn.roquyen.search;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether letters can be a Vietnamese syllable at all: initial consonant and rime are each
 * one of the language. Needed to recognise text in an old encoding, and abbreviations that look
 * like words.
 */
final class VietnameseSyllable {
  private static final Set<String> INITIALS =
      Set.of(
          "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
          "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x");

  private static final Set<String> RIMES =
      Set.of(
          ("a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng "
                  + "âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in "
                  + "inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh "
                  + "oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot oăc oăm oăn "
                  + "oăng oăt ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uang uanh uan uat uac "
                  + "uach uai uao uau uay uc ue uen ueo uet ui um un ung uôc uôi uôm uôn uông uôt "
                  + "up ut uy uya uych uyt uynh uyu uyên uyêt uât uân uâng uây uăc uăn uăng uăt uê "
                  + "uêch uên uênh uêt uêu uơ ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp "
                  + "ươt ươu y yt yn ynh yêm yên yêng yêt yêu")
              .split(" "));

  private static final Set<String> PLAIN_RIMES = plainRimes();

  private VietnameseSyllable() {}

  /** True for the exact form of a possible syllable, with its diacritics. */
  static boolean isPossible(String exact) {
    return splits(stripTone(exact), RIMES);
  }

  /** True when the plain letters can be a syllable written without diacritics. */
  static boolean isPossiblePlain(String plain) {
    return splits(plain, PLAIN_RIMES);
  }

  private static boolean splits(String letters, Set<String> rimes) {
    for (int cut = 0; cut <= Math.min(3, letters.length()); cut++) {
      if (INITIALS.contains(letters.substring(0, cut)) && rimes.contains(letters.substring(cut))) {
        return true;
      }
    }
    return letters.equals("gi") || letters.startsWith("gi") && rimes.contains(letters.substring(1));
  }

  private static String stripTone(String exact) {
    int last = exact.length() - 1;
    return last >= 0 && Character.getType(exact.charAt(last)) == Character.NON_SPACING_MARK
        ? exact.substring(0, last)
        : exact;
  }

  private static Set<String> plainRimes() {
    Set<String> plain = new HashSet<>();
    for (String rime : RIMES) {
      plain.add(Folding.plain(rime));
    }
    return plain;
  }
}
