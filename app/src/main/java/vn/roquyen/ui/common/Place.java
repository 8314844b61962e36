package vn.roquyen.ui.common;

import org.kordamp.ikonli.feather.Feather;

/** The entries of the rail, from top to bottom. */
public enum Place {
  LOOKUP("place.lookup", Feather.SEARCH),
  POWERS("place.powers", Feather.SHIELD),
  PROCEDURES("place.procedures", Feather.LIST),
  INSTRUMENTS("place.instruments", Feather.FILE_TEXT),
  COVERAGE("place.coverage", Feather.BAR_CHART_2),
  CHECKS("place.checks", Feather.CHECK_SQUARE),
  NEWS("place.news", Feather.BELL),
  EDITING("place.editing", Feather.EDIT_3),
  SYNC("place.sync", Feather.REFRESH_CW),
  SETTINGS("place.settings", Feather.SETTINGS);

  private final String key;
  private final Feather icon;

  Place(String key, Feather icon) {
    this.key = key;
    this.icon = icon;
  }

  /** Key of the name in the message bundle. */
  public String key() {
    return key;
  }

  public Feather icon() {
    return icon;
  }
}
