package dk.genvej.citizen;

import dk.genvej.shared.Title;

/** The areas FSIII sorts home care conditions in. */
public enum ConditionGroup {
  SELF_CARE(new Title("Egenomsorg", "Self-care")),
  PRACTICAL_TASKS(new Title("Praktiske opgaver", "Practical tasks")),
  MOBILITY(new Title("Mobilitet", "Mobility")),
  MENTAL_FUNCTIONS(new Title("Mentale funktioner", "Mental functions"));

  private final Title title;

  ConditionGroup(Title title) {
    this.title = title;
  }

  public Title title() {
    return title;
  }
}
