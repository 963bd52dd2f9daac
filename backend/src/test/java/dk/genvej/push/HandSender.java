package dk.genvej.push;

import dk.genvej.demo.fcm.FcmStandIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Notes what it is given, and answers as it is told. */
final class HandSender implements PushSender {

  final List<List<Push>> batches = new ArrayList<>();
  final Map<String, SendResult> results = new HashMap<>();
  Runnable meanwhile = () -> {};

  @Override
  public List<SendResult> send(List<Push> pushes) {
    batches.add(pushes);
    meanwhile.run();
    return pushes.stream()
        .map(push -> results.getOrDefault(push.token(), new SendResult.Accepted()))
        .toList();
  }

  void answers(String app, SendResult result) {
    results.put(FcmStandIn.token(app), result);
  }

  <T> List<T> sent(Function<Push, T> what) {
    return batches.stream().flatMap(List::stream).map(what).toList();
  }
}
