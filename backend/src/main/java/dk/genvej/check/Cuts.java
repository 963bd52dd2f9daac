package dk.genvej.check;

import dk.genvej.shared.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** R4: one push, cut off at each of its bytes as if that were all; then whole. */
final class Cuts {

  private final Site site;
  private final Scene scene;
  private final Look look;

  Cuts(Site site, Scene scene, Look look) {
    this.site = site;
    this.scene = scene;
    this.look = look;
  }

  List<String> play() throws IOException {
    var wire = new Wire(site.transport(scene.anna()));
    var device = wire.device();
    var mutations = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 3; i++) {
      mutations.add(Wire.note(Ids.next(), scene, Ids.next(), "Ærligt talt " + i));
    }
    var whole = Wire.pushBody(device, mutations);
    var faults = new ArrayList<String>();
    for (int length = 0; length < whole.length; length++) {
      int status = wire.push(Arrays.copyOf(whole, length)).status();
      if (status < 400 || status >= 500) {
        faults.add(length + " bytes of " + whole.length + " were answered " + status);
      }
    }
    if (!look.notes().isEmpty()) {
      faults.add("a cut body left " + look.notes());
    }
    Wire.require(wire.push(whole), 200);
    if (look.notes().size() != mutations.size()) {
      faults.add("the whole body left " + look.notes());
    }
    return faults;
  }
}
