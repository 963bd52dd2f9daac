package dk.genvej.testing;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads a stream of events up to the end of its first, as it would go on for ever, and leaves. */
final class FirstEvent implements BodySubscriber<String> {

  private final CompletableFuture<String> whole = new CompletableFuture<>();
  private final StringBuilder read = new StringBuilder();
  private Flow.Subscription subscription;

  /** All of any other answer. */
  static BodySubscriber<String> orAll(HttpResponse.ResponseInfo answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
        ? new FirstEvent()
        : BodySubscribers.ofString(StandardCharsets.UTF_8);
  }

  @Override
  public CompletionStage<String> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    parts.forEach(part -> read.append(StandardCharsets.UTF_8.decode(part)));
    if (read.indexOf("\n\n") >= 0) {
      subscription.cancel();
      whole.complete(read.toString());
    }
  }

  @Override
  public void onError(Throwable failed) {
    whole.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    whole.complete(read.toString());
  }
}
