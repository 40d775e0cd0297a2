"""Writes docs/commands.md from the table: ``python -m bot.handlers > docs/commands.md``."""

import sys

from bot.handlers import commands_markdown

sys.stdout.write(commands_markdown())
