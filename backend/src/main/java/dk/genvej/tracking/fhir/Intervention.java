package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.DataTypes.Coding;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an intervention is called: by FSIII, and where the municipality tells it apart further, by
 * its own code of the third level. Under ældreloven nothing but the latter tells a course from
 * ordinary help.
 *
 * @param title the classification's own title; null where only the code is known
 */
public record Intervention(String code, @Nullable String title, @Nullable Coding level3) {

  public static Coding local(String code, @Nullable String name) {
    return new Coding(Codes.LOCAL_INTERVENTIONS, code, name);
  }

  Concept concept() {
    var codings = new ArrayList<Coding>();
    codings.add(new Coding(Codes.FSIII, code, title));
    if (level3 != null) {
      codings.add(level3);
    }
    return new Concept(List.copyOf(codings));
  }

  /** Another code is another intervention, never a change of this one. */
  public String identity() {
    return level3 == null ? code : code + " " + level3.code();
  }
}
