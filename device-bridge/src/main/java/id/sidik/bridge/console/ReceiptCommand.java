package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "receipt",
        description = "Checks receipts where there is no network, prints them as codes, and withdraws them.",
        subcommands = {
            ReceiptFetchCommand.class,
            ReceiptVerifyCommand.class,
            ReceiptShowCommand.class,
            ReceiptQrCommand.class,
            ReceiptRevokeCommand.class,
            ReceiptRotateCommand.class,
            ReceiptWithdrawKeyCommand.class
        })
final class ReceiptCommand {}
