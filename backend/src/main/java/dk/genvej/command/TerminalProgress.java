package dk.genvej.command;

import dk.genvej.demo.DemoProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A bar for each piece of long work, where somebody watches; nothing in a file or a pipe. */
final class TerminalProgress implements DemoProgress, AutoCloseable {

  private @Nullable ProgressBar bar;
  private String work = "";

  static DemoProgress here() {
    var console = System.console();
    return console != null && console.isTerminal() ? new TerminalProgress() : DemoProgress.silent();
  }

  @Override
  public synchronized void reached(String work, long done, long total) {
    if (bar == null || !work.equals(this.work)) {
      close();
      this.work = work;
      bar = new ProgressBarBuilder().setTaskName(work).setInitialMax(total).build();
    }
    bar.maxHint(total).stepTo(done);
    if (done >= total) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
