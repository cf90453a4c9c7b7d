package org.junheng.jobs.stage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.RecordBytes;
import org.junheng.selection.Fate;
import org.junheng.valueadded.SchoolSums;

/** What one pupil of the outcome exam of a model adds to the sums of a school. */
final class PupilShare {
    private static final int INCOMPLETE = -1;
    private static final int NOT_FOLLOWED = 0;

    private final @Nullable List<String> texts;
    private final double[] numbers;
    private final @Nullable Fate fate;

    private PupilShare(@Nullable List<String> texts, double[] numbers, @Nullable Fate fate) {
        this.texts = texts;
        this.numbers = numbers;
        this.fate = fate;
    }

    /**
     * @param numbers, texts null for a pupil who lacks something that the model needs
     * @param fate since the prior exam; null where it is not followed
     */
    static PupilShare of(double @Nullable [] numbers, @Nullable List<String> texts, @Nullable Fate fate) {
        return numbers == null || texts == null
                ? new PupilShare(null, new double[0], fate)
                : new PupilShare(texts, numbers, fate);
    }

    @Nullable
    Fate fate() {
        return fate;
    }

    void addTo(SchoolSums sums) {
        sums.addOutcome();
        if (texts != null) {
            sums.addComplete(texts, numbers);
        }
    }

    void write(RecordBytes out) {
        out.putByte(fate == null ? NOT_FOLLOWED : fate.letter());
        if (texts == null) {
            out.putShort(INCOMPLETE);
            return;
        }
        out.putShort(texts.size());
        texts.forEach(out::putText);
        out.putShort(numbers.length);
        for (double number : numbers) {
            out.putDouble(number);
        }
    }

    static PupilShare read(ByteBuffer in) {
        int letter = in.get();
        Fate fate = letter == NOT_FOLLOWED ? null : Fate.of((char) letter);
        int size = in.getShort();
        if (size == INCOMPLETE) {
            return of(null, null, fate);
        }
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(RecordBytes.text(in));
        }
        double[] numbers = new double[in.getShort()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.getDouble();
        }
        return of(numbers, texts, fate);
    }
}
