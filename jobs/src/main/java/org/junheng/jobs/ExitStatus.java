package org.junheng.jobs;

/** How a command ends. */
public enum ExitStatus {
    /** Done. */
    DONE(0),
    /** A bug of ours; the only end with a stack trace. */
    BUG(1),
    /** Wrong usage or configuration; nothing was done. */
    WRONG_USAGE(2),
    /** The delivery was refused. */
    REFUSED(3),
    /** Storage or engine failed; nothing was published. */
    STORAGE(4),
    /** Another run holds the lock. */
    LOCKED(5);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
