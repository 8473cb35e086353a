package id.sidik.bridge.console;

import com.google.gson.JsonObject;

/** What a facility learns of a receipt. The texts are for people. */
sealed interface ReceiptVerdict {
    /** Genuine, in force, and not withdrawn as far as the list tells. */
    record Good(JsonObject receipt) implements ReceiptVerdict {}

    /** Genuine once, and not to be acted on: expired, withdrawn, of another facility. */
    record NotToBeActedOn(JsonObject receipt, String why) implements ReceiptVerdict {}

    /** Nothing that it says may be believed. */
    record NotGenuine(String why) implements ReceiptVerdict {}

    /** The lists are too old to tell: fetch newer ones. */
    record CannotTell(String why) implements ReceiptVerdict {}
}
