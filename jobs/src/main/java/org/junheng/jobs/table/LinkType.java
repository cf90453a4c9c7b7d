package org.junheng.jobs.table;

/** How a school code passed to its successor. */
public enum LinkType {
    RENAMED,
    MERGED,
    SPLIT
}
