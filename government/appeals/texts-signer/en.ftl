desk-refused-signer-away = The reply could not be signed at this moment. Nothing is lost: what you wrote is kept. Try again in a moment.
desk-refused-signer-refused = The body’s key does not sign this reply. What you wrote is kept. Tell whoever runs the system; it is not your fault.
api-problem-signature-follows = The act is kept, and the body could not sign for it at this moment. Ask for the receipt again in a minute.
receipt-unsigned = Your appeal is registered and nothing is lost. The body could not sign at this moment: its signature follows by itself. Look again in some minutes with your number, and fetch the receipt then.
