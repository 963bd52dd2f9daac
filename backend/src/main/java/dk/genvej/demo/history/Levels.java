package dk.genvej.demo.history;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The invented municipality's levels of care course under Ældreloven § 10, with minutes a week. */
enum Levels {
  FORLOEB_0(0),
  FORLOEB_1(60),
  FORLOEB_2(150),
  FORLOEB_3(300),
  FORLOEB_4(480),
  FORLOEB_5(720);

  private final int minutes;

  Levels(int minutes) {
    this.minutes = minutes;
  }

  static String nearest(int minutes) {
    return List.of(values()).stream()
        .min(Comparator.comparingInt(level -> Math.abs(level.minutes - minutes)))
        .orElseThrow()
        .name();
  }

  /** As the value of the setting help.course-levels. */
  static String setting() {
    return List.of(values()).stream()
        .map(level -> level.name() + "=" + level.minutes)
        .collect(Collectors.joining(","));
  }
}
