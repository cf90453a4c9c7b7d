package org.junheng.metric;

/** No value, and the reason in words. */
public record Absent(Words reason, Counts counts) implements Outcome {
    public Absent(String zh, String en, Counts counts) {
        this(new Words(zh, en), counts);
    }
}
