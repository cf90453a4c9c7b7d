package org.junheng.jobs;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junheng.metric.Words;

/** Tells what it is told to somebody else, and measures how long each stage takes. */
public final class Stopwatch implements Progress {
    private static final double NANOS = 1e9;

    private final Progress listener;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private long begun = start;
    private String stage = "";

    public Stopwatch(Progress listener) {
        this.listener = listener;
    }

    @Override
    public void begins(Words next) {
        settle();
        stage = next.en();
        listener.begins(next);
    }

    @Override
    public void tells(Words sentence) {
        listener.tells(sentence);
    }

    /** Seconds by stage, in order, the one that is under way included. */
    public Map<String, Double> seconds() {
        settle();
        return new LinkedHashMap<>(seconds);
    }

    /** Seconds since the beginning. */
    public double total() {
        return (System.nanoTime() - start) / NANOS;
    }

    /** The most heap memory that was in use, in bytes: the sum of the peaks of its parts, so never too small. */
    public static long peakMemory() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private void settle() {
        long now = System.nanoTime();
        if (!stage.isEmpty()) {
            seconds.merge(stage, (now - begun) / NANOS, Double::sum);
        }
        begun = now;
    }
}
