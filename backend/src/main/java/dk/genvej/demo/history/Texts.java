package dk.genvej.demo.history;

import java.util.List;
import java.util.stream.Stream;

/** Invented words, so that lists and plans read like lists and plans. */
public final class Texts {

  static final String[] REASONS = {
    "Gik selv før indlæggelsen og vil gerne i bad uden hjælp igen.",
    "Kan selv en del af morgenens opgaver, når der er ro og tid.",
    "Er blevet svagere over vinteren og ønsker at komme ud igen.",
    "Har haft et fald og er blevet utryg ved at gå alene."
  };

  static final String[] WORDS = {
    "Jeg vil kunne klare mig selv om morgenen.",
    "Jeg vil gå ned til købmanden igen.",
    "Jeg vil lave min egen mad.",
    "Jeg vil kunne tage imod mine børnebørn."
  };

  static final String[] GOALS = {
    "Jeg vil gå i bad selv", "Jeg vil gå en tur hver dag", "Jeg vil lave aftensmad selv"
  };

  static final String[] VOICES = {
    "Jeg klarer det meste selv nu.",
    "Det går bedre, men jeg bliver træt.",
    "Jeg havde håbet på mere.",
    "Jeg er glad for, at nogen spurgte, hvad jeg selv ville."
  };

  private Texts() {}

  /** All of them. */
  public static List<String> all() {
    return Stream.of(REASONS, WORDS, GOALS, VOICES).flatMap(Stream::of).toList();
  }
}
