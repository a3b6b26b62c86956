-- AlterTable
ALTER TABLE "customer_phones" DROP CONSTRAINT "customer_phones_pkey",
ADD COLUMN     "extension" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "customer_phones_pkey" PRIMARY KEY ("customer_id", "number", "extension");

-- What the schema language cannot say.
ALTER TABLE "customer_phones" ADD CONSTRAINT "customer_phones_extensions_are_digits" CHECK ("extension" ~ '^[0-9]{0,8}$');
