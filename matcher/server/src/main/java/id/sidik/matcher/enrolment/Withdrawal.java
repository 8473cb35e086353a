package id.sidik.matcher.enrolment;

import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.register.AnswersOnce;
import id.sidik.matcher.register.Register;
import id.sidik.matcher.store.IdempotentRequest;
import java.util.function.IntFunction;

/** Withdraws subjects: nothing of them is found, and nothing of them is left on the disk but that it was asked for. */
public final class Withdrawal {
    private final Register register;
    private final AnswersOnce answers;

    public Withdrawal(Register register, AnswersOnce answers) {
        this.register = register;
        this.answers = answers;
    }

    /**
     * Withdraws, once however often it is asked.
     *
     * @param answer writes the number of withdrawn references as it will be sent
     * @return the answer
     */
    public byte[] withdraw(IdempotentRequest request, String subjectId, IntFunction<byte[]> answer, Patience patience)
            throws InterruptedException {
        register.requireServing();
        return answers.answer(request, patience, () -> register.withdraw(subjectId, request, answer, patience));
    }
}
