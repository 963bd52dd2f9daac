package dk.genvej.sync;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mutation that is understood: the operation is there, its address is complete and its body is
 * what the contract asks for.
 *
 * @param ids the ids of the address, by their names there
 * @param body as the generated type of the operation; null when it has none
 * @param hash the same as of the request that would have sent it online
 */
record DispatchCall(
    DispatchTarget target, Map<String, UUID> ids, @Nullable Object body, byte[] hash) {

  /** What the address names, for the trace of a refusal: the last id, as online. */
  @Nullable UUID resource() {
    return target.pathNames().reversed().stream().map(ids::get).findFirst().orElse(null);
  }
}
