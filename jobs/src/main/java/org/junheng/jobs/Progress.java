package org.junheng.jobs;

import org.junheng.metric.Words;

/** Whom a run tells what it is doing. */
public interface Progress {
    /** A stage begins. */
    void begins(Words stage);

    /** Something an official should know. */
    void tells(Words sentence);
}
