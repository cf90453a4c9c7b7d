package org.junheng.jobs.stage;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Parcels;
import org.junheng.jobs.rows.RecordBytes;

/**
 * Rows of a delivery to what {@link PupilRecord} reads, all of a pupil to the same part. A row is pupil_id, exam, school_code, score, the days of entering
 * and leaving, the columns of the background as numbers or texts; what it does not say is empty.
 */
final class PupilRows implements Parcels.Step<InternalRow> {
    private static final int PUPIL = 0;
    private static final int EXAM = 1;
    private static final int SCHOOL = 2;
    private static final int SCORE = 3;
    private static final int DAYS = 4;
    private static final int BACKGROUND = 5;

    private final boolean[] areNumbers;

    PupilRows(PupilModels models) {
        this.areNumbers = models.areNumbers();
    }

    @Override
    public void take(InternalRow row, Parcels to) {
        UTF8String pupil = row.getUTF8String(PUPIL);
        RecordBytes record = to.of(pupil.hashCode()).putBytes(pupil.getBytes());
        if (!row.isNullAt(EXAM)) {
            record.putByte(PupilRecord.SCORE).putShort(row.getInt(EXAM));
            putText(row.getUTF8String(SCHOOL), record);
            record.putDouble(row.getDouble(SCORE));
        } else if (!row.isNullAt(DAYS)) {
            InternalRow days = row.getStruct(DAYS, 2);
            record.putByte(PupilRecord.SPELL);
            putText(row.getUTF8String(SCHOOL), record);
            record.putInt(days.getInt(0)).putLong(days.isNullAt(1) ? Long.MAX_VALUE : days.getInt(1));
        } else {
            record.putByte(PupilRecord.BACKGROUND);
            putBackground(row.getStruct(BACKGROUND, areNumbers.length), record);
        }
    }

    private void putBackground(InternalRow columns, RecordBytes record) {
        for (int i = 0; i < areNumbers.length; i++) {
            if (areNumbers[i]) {
                record.putDouble(columns.isNullAt(i) ? Double.NaN : columns.getDouble(i));
            } else {
                putText(columns.getUTF8String(i), record);
            }
        }
    }

    private static void putText(@Nullable UTF8String text, RecordBytes record) {
        if (text == null) {
            record.putText(null);
        } else {
            record.putBytes(text.getBytes());
        }
    }
}
