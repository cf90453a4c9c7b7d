package org.junheng.jobs;

import java.util.List;
import org.junheng.metric.Words;

/** The run cannot go on through no bug of ours: how it ends, and the sentences that say why and what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitStatus status;
    private final transient List<Words> sentences;

    public Refusal(ExitStatus status, List<Words> sentences) {
        super(sentences.isEmpty() ? status.name() : sentences.get(0).en());
        this.status = status;
        this.sentences = List.copyOf(sentences);
    }

    public Refusal(ExitStatus status, String zh, String en) {
        this(status, List.of(new Words(zh, en)));
    }

    public ExitStatus status() {
        return status;
    }

    public List<Words> sentences() {
        return sentences;
    }
}
