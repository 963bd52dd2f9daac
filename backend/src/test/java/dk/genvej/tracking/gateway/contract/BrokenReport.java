package dk.genvej.tracking.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.ReportLines;
import dk.genvej.tracking.fhir.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * A report that breaks one rule and no other, and the finding it must lead to.
 *
 * @param prose the number of the rule in the guide's prose that no published profile enforces; 0
 *     for a rule of the profiles
 */
public record BrokenReport(
    FindingCode code, int prose, Guide guide, String how, Consumer<Bundle> damage) {

  /** The report as the tree that is sent. */
  public static final class Bundle {

    final ObjectNode root;

    Bundle(ObjectNode root) {
      this.root = root;
    }

    ObjectNode first(String type) {
      return StreamSupport.stream(root.withArray("entry").spliterator(), false)
          .map(entry -> (ObjectNode) entry.get("resource"))
          .filter(one -> one.get("resourceType").asText().equals(type))
          .findFirst()
          .orElseThrow();
    }

    ObjectNode coding(String type, String pointer) {
      return (ObjectNode) first(type).at(pointer);
    }

    void again(String type, Consumer<ObjectNode> change) {
      var copy = first(type).deepCopy();
      change.accept(copy);
      root.withArray("entry")
          .addObject()
          .put("fullUrl", Samples.BASE + "/" + type + "/" + copy.get("id").asText())
          .set("resource", copy);
    }

    void drop(String type) {
      var entries = root.withArray("entry");
      for (int i = entries.size() - 1; i >= 0; i--) {
        if (entries.get(i).at("/resource/resourceType").asText().equals(type)) {
          entries.remove(i);
        }
      }
    }
  }

  /** What would be sent. */
  public String json() {
    var bundle = new Bundle((ObjectNode) ReportLines.tree(Samples.report(guide)));
    damage.accept(bundle);
    return bundle.root.toString();
  }

  @Override
  public String toString() {
    return code + (prose == 0 ? "" : " (prose " + prose + ")") + " " + guide + ": " + how;
  }

  /** Every rule of the guide that a report of ours could break. */
  public static List<BrokenReport> all() {
    var all = new ArrayList<BrokenReport>();
    BrokenHeads.addTo(all);
    BrokenRecords.addTo(all);
    BrokenContacts.addTo(all);
    return List.copyOf(all);
  }

  static void add(
      List<BrokenReport> all, FindingCode code, int prose, String how, Consumer<Bundle> damage) {
    add(all, code, prose, Guide.V1_2, how, damage);
  }

  static void add(
      List<BrokenReport> all,
      FindingCode code,
      int prose,
      Guide guide,
      String how,
      Consumer<Bundle> damage) {
    all.add(new BrokenReport(code, prose, guide, how, damage));
  }

  static String uuid(int last) {
    return "0195577a-0000-7000-8000-0000000000" + last;
  }
}
