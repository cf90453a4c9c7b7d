package org.junheng.subject;

/** What a metric reads and says what it is about. */
public interface View {
    About about();
}
