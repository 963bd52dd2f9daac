package dk.genvej.push;

import com.google.firebase.FirebaseApp;
import com.google.firebase.ThreadManager;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The SDK's threads: so many and no more (its own pool grows without limit). */
final class FcmThreads extends ThreadManager {

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final ThreadFactory virtual = Thread.ofVirtual().name("push-", 0).factory();
  private final ExecutorService pool;

  FcmThreads(int most) {
    pool = Executors.newFixedThreadPool(most, this::thread);
  }

  /**
   * Ends what is under way: a wait of the SDK between two attempts, so that the answer it waited
   * after comes to us with its Retry-After; and a socket nobody answers on.
   */
  void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  private Thread thread(Runnable work) {
    var made = virtual.newThread(work);
    threads.add(made);
    return made;
  }

  @Override
  protected ExecutorService getExecutor(FirebaseApp app) {
    return pool;
  }

  @Override
  protected void releaseExecutor(FirebaseApp app, ExecutorService executor) {
    executor.shutdownNow();
  }

  @Override
  protected ThreadFactory getThreadFactory() {
    return virtual;
  }
}
