package org.junheng.jobs.ingest;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of one file, whatever its format: read from front to back, every cell as text. */
interface SheetSource extends Closeable {
    /**
     * The next row; null at the end.
     *
     * @throws org.junheng.jobs.Refusal when what follows cannot be told apart
     */
    @Nullable
    RawRow next();

    /** Once the end is reached: whether the last row was ended, or the file may have been cut off inside it. */
    boolean isWhole();

    /** A row of a header with merged cells written into all places that they cover. */
    default RawRow spread(RawRow row) {
        return row;
    }
}
