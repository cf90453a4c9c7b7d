package org.junheng.jobs.rows;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** The rows of parcels that are asked for, which alone are read further than that takes. */
final class Selection {
    private final RowBytes shape;
    private final List<Which.Test> tests;
    private final Texts texts = new Texts();

    private Selection(RowBytes shape, List<Which.Test> tests) {
        this.shape = shape;
        this.tests = tests;
    }

    static Selection of(Which which, RowBytes shape) {
        return new Selection(shape, which.tests(shape.struct()));
    }

    Iterator<byte[]> from(Iterator<byte[]> parcels) {
        return Packing.parcels(
                parcels,
                (parcel, to) -> Packing.pass(parcel, (in, begin, end) -> {
                    if (isMet(in, begin)) {
                        to.to(0).putRaw(parcel, begin, end - begin);
                    }
                }));
    }

    private boolean isMet(ByteBuffer in, int begin) {
        for (Which.Test test : tests) {
            if (!test.isMet(column -> shape.cell(in, begin, column, texts))) {
                return false;
            }
        }
        return true;
    }
}
