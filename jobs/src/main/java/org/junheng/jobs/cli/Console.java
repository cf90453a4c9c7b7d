package org.junheng.jobs.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.junheng.jobs.Progress;
import org.junheng.jobs.report.Language;
import org.junheng.metric.Words;

/** Progress for people: one plain line per stage with the time since the start. */
final class Console implements Progress {
    private final PrintWriter out;
    private final Language language;
    private final long start = System.nanoTime();

    Console(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public void begins(Words stage) {
        Duration since = Duration.ofNanos(System.nanoTime() - start);
        out.printf(Locale.ROOT, "[%3d.%ds] %s%n", since.toSeconds(), since.toMillisPart() / 100, in(stage));
    }

    @Override
    public void tells(Words sentence) {
        out.println("  " + in(sentence));
    }

    void line(String zh, String en) {
        out.println(in(new Words(zh, en)));
    }

    private String in(Words words) {
        return language.of(words);
    }
}
